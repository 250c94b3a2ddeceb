"""Reads one message (RFC 5322) on stdin with Python's own parser; writes what it saw as JSON."""
import base64
import email
import email.header
import email.policy
import email.utils
import json
import sys

raw = sys.stdin.buffer.read()
message = email.message_from_bytes(raw, policy=email.policy.default)


def defects(part):
    found = [type(d).__name__ for d in part.defects]
    for name, value in part.items():
        found += [f"{name}: {type(d).__name__}" for d in getattr(value, "defects", [])]
    for child in part.iter_parts():
        found += defects(child)
    return found


def tree(part):
    leaf = not part.is_multipart()
    payload = part.get_payload(decode=True) if leaf else b""
    return {
        "type": part.get_content_type(),
        "parameters": dict(part["Content-Type"].params),
        "fileName": part.get_filename(),
        "encoding": part["Content-Transfer-Encoding"],
        "content": base64.b64encode(payload).decode(),
        "parts": [] if leaf else [tree(child) for child in part.iter_parts()],
    }


def mailbox(name):
    # The older parser: the newer one puts a space between two encoded words of a name.
    found = email.utils.getaddresses(email.message_from_bytes(raw).get_all(name, []))
    if len(found) != 1:
        return None
    shown, address = found[0]
    return {"name": str(email.header.make_header(email.header.decode_header(shown))), "address": address}


json.dump(
    {
        "headers": [{"name": name, "value": str(value)} for name, value in message.items()],
        "from": mailbox("From"),
        "to": mailbox("To"),
        "body": tree(message),
        "defects": defects(message),
    },
    sys.stdout,
)

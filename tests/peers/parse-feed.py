"""Reads a feed (Atom or RSS) on stdin; writes what feedparser makes of it as JSON."""

import json
import sys

import feedparser

feed = feedparser.parse(sys.stdin.buffer.read())
json.dump({
    "version": feed.version,
    "isBroken": bool(feed.bozo),
    "why": str(feed.get("bozo_exception", "")),
    "title": feed.feed.get("title"),
    "language": feed.feed.get("language"),
    "entries": [{
        "id": entry.get("id"),
        "title": entry.get("title"),
        "link": entry.get("link"),
        "updated": entry.get("updated") or entry.get("published"),
        "isDated": bool(entry.get("updated_parsed") or entry.get("published_parsed")),
        "content": "".join(part.get("value", "") for part in entry.get("content", [])),
        "enclosures": [{"href": link.get("href"), "type": link.get("type"), "length": link.get("length")} for link in entry.get("enclosures", [])],
    } for entry in feed.entries],
}, sys.stdout)

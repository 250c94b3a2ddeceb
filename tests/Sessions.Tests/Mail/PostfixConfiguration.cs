using System.Security.Cryptography.X509Certificates;

namespace Sessions.Tests.Mail;

internal static class PostfixConfiguration
{
    public static void Write(string folder, int startTlsPort, int tlsPort, X509Certificate2 certificate)
    {
        var configuration = Path.Combine(folder, "conf");
        using var key = certificate.GetRSAPrivateKey()!;
        File.WriteAllText(Path.Combine(configuration, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(configuration, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(configuration, "main.cf"), MainFile(folder));
        File.WriteAllText(Path.Combine(configuration, "master.cf"), MasterFile(startTlsPort, tlsPort));
        File.WriteAllText(Path.Combine(configuration, "sasl", "smtpd.conf"), $"""
            pwcheck_method: auxprop
            auxprop_plugin: sasldb
            mech_list: PLAIN LOGIN
            sasldb_path: {configuration}/sasl/sasldb2

            """);
    }

    private static string MainFile(string folder) => $$"""
        compatibility_level = 3.6
        queue_directory = {{folder}}/queue
        data_directory = {{folder}}/data
        maillog_file = {{folder}}/postfix.log
        maillog_file_prefixes = {{folder}}
        mail_owner = postfix
        setgid_group = postdrop
        myhostname = mx.example.org
        mydestination =
        mynetworks =
        alias_maps =
        alias_database =
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        virtual_mailbox_domains = example.org
        virtual_mailbox_base = {{folder}}/mail
        virtual_mailbox_maps = inline:{ {{string.Join(' ', PostfixServer.Known.Select(address => address + "=inbox/"))}} }
        virtual_uid_maps = static:65534
        virtual_gid_maps = static:65534
        smtpd_relay_restrictions = reject_unauth_destination
        smtpd_client_restrictions = permit_sasl_authenticated, reject
        smtpd_tls_security_level = may
        smtpd_tls_auth_only = yes
        smtpd_tls_cert_file = {{folder}}/conf/cert.pem
        smtpd_tls_key_file = {{folder}}/conf/key.pem
        smtpd_sasl_auth_enable = yes
        smtpd_sasl_type = cyrus
        smtpd_sasl_path = smtpd
        smtpd_sasl_local_domain = example.org
        cyrus_sasl_config_path = {{folder}}/conf/sasl

        """;

    private static string MasterFile(int startTlsPort, int tlsPort) => $"""
        127.0.0.1:{startTlsPort} inet n - n - - smtpd
        127.0.0.1:{tlsPort} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        proxymap unix - - n - - proxymap
        tlsmgr unix - - n 1000? 1 tlsmgr
        anvil unix - - n - 1 anvil
        virtual unix - n n - - virtual
        error unix - - n - - error
        retry unix - - n - - error
        postlog unix-dgram n - n - 1 postlogd

        """;
}

//! URLs: credentials in them, database strings, secrets in well-known paths, internal hosts.

use super::super::Action;
use super::super::catalogue as c;
use super::super::finder::{Finder, Found};
use super::value::{ends_colour, is_masked_part, is_placeholder};

/// Schemes whose URLs are database strings, or of servers that log-ins are sent to.
const DATABASES: &[&[u8]] = &[
    b"postgres",
    b"postgresql",
    b"mysql",
    b"mysqlx",
    b"mariadb",
    b"mongodb",
    b"redis",
    b"rediss",
    b"valkey",
    b"amqp",
    b"amqps",
    b"mssql",
    b"sqlserver",
    b"oracle",
    b"clickhouse",
    b"cassandra",
    b"cockroach",
    b"cockroachdb",
    b"snowflake",
    b"sftp",
    b"ftp",
    b"ftps",
    b"smtp",
    b"smtps",
    b"ldap",
    b"ldaps",
    b"imap",
    b"imaps",
    b"pop",
    b"nats",
    b"couchbase",
    b"couchbases",
    b"couchdb",
    b"neo4j",
    b"bolt",
    b"influxdb",
    b"memcached",
    b"cql",
    b"db2",
    b"hive",
    b"hive2",
    b"presto",
    b"trino",
    b"vertica",
    b"redshift",
    b"teradata",
    b"firebird",
    b"sybase",
    b"jtds",
    b"rabbitmq",
    b"kafka",
    b"mongo",
    b"pgsql",
    b"timescaledb",
    b"scylla",
    b"arangodb",
    b"tds",
    b"dremio",
    b"impala",
    b"mqtt",
    b"mqtts",
    b"stomp",
    b"rethinkdb",
];
/// Schemes of plain network addresses, whose hosts can be internal.
const NETWORK: &[&[u8]] = &[
    b"http",
    b"https",
    b"ws",
    b"wss",
    b"tcp",
    b"udp",
    b"grpc",
    b"grpcs",
    b"ssh",
    b"rtmp",
    b"rtmps",
    b"rtsp",
    b"coap",
    b"coaps",
    b"telnet",
    b"smb",
    b"nfs",
    b"git",
    b"h2",
    b"h2c",
    b"tls",
    b"ssl",
    b"svn",
    b"rsync",
    b"git+https",
    b"git+http",
    b"git+ssh",
    b"hdfs",
    b"thrift",
    b"zk",
    b"zookeeper",
    b"etcd",
    b"consul",
    b"syslog",
    b"statsd",
    b"dns",
    b"ntp",
    b"vnc",
    b"rdp",
    b"socks5",
    b"socks",
    b"socks5h",
    b"fluent",
];
/// Endings of hosts that only an inner network knows.
const INTERNAL: &[&[u8]] = &[
    b"internal",
    b"local",
    b"lan",
    b"corp",
    b"intranet",
    b"home.arpa",
    b"svc",
    b"cluster.local",
    b"localdomain",
    b"private",
];

/// Those of [`DATABASES`] that files, mail and directories are fetched by: without a user their URLs are public.
const SERVERS: &[&[u8]] = &[b"sftp", b"ftp", b"ftps", b"smtp", b"smtps", b"ldap", b"ldaps", b"imap", b"imaps", b"pop"];

fn is_one(list: &[&[u8]], scheme: &[u8]) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(scheme))
}

/// Bytes that may end a URL, or open what does: all others go on.
const ENDS_URL: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = byte as u8 <= b' '
            || matches!(
                byte as u8,
                0x7F | b'"' | b'<' | b'>' | b'`' | b'\'' | b'\\' | b':' | b'(' | b')' | b'[' | b']' | b'{' | b'}'
            );
        byte += 1;
    }
    table
};

/// Where a URL that goes on at `from` ends: before white space, a quote or a bracket that is not its own.
fn extent(text: &[u8], from: usize) -> usize {
    let mut end = from;
    let mut open = 0usize;
    while end < text.len() {
        match text[end] {
            byte if !ENDS_URL[usize::from(byte)] => {}
            b'\\' if text[end..].starts_with(b"\\/") => {}
            // Another URL inside has a place of its own; a row of them must not be walked again for each.
            b':' if !text[end..].starts_with(b"://") => {}
            b'(' | b'[' | b'{' => open += 1,
            b')' | b']' | b'}' if open > 0 => open -= 1,
            _ => break,
        }
        end += 1;
    }
    while end > from && matches!(text[end - 1], b',' | b';' | b'.' | b':' | b'!') {
        end -= 1;
    }
    end
}

fn scheme_before(text: &[u8], colon: usize) -> &[u8] {
    let len = text[..colon]
        .iter()
        .rev()
        .take(24)
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
        .count();
    let mut scheme = &text[colon - len..colon];
    // The end of a colour code before it.
    let digits = scheme.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits + 1 < len && ends_colour(text, colon - len + digits + 1) {
        scheme = &scheme[digits + 1..];
    }
    if colon > len && text[colon - len - 1] == b'\\' && scheme.len() > 1 {
        scheme = &scheme[1..];
    }
    while scheme.first().is_some_and(|byte| !byte.is_ascii_alphabetic()) {
        scheme = &scheme[1..];
    }
    scheme
}

/// Looks at the colon at `at`.
pub fn find(found: &mut Found, at: usize) {
    let text = found.text;
    let at = at + 1;
    let from = match &text[at..] {
        [b'/', b'/', ..] => at + 2,
        [b'\\', b'/', b'\\', b'/', ..] => at + 4,
        _ => return,
    };
    if at == 0 || from < found.claimed {
        return;
    }
    let mut scheme = scheme_before(text, at - 1);
    if scheme.is_empty() {
        return;
    }
    // `postgresql+psycopg2`, `mongodb+srv`
    if let Some(plus) = scheme.iter().position(|&byte| byte == b'+')
        && is_one(DATABASES, &scheme[..plus])
    {
        scheme = &scheme[..plus];
    }
    let end = extent(text, from);
    // Nearly all URLs of a log.
    let web = is_one(&[b"https", b"http"], scheme);
    let server = !web && is_one(SERVERS, scheme);
    let anonymous = server && userinfo_end(text, from, end, true).is_none();
    let database_url = !web && is_one(DATABASES, scheme);
    if database_url && !anonymous {
        database(found, from, end);
    } else {
        plain(found, web || server || is_one(NETWORK, scheme), from, end);
    }
    if database_url {
        super::assign::after_database_url(found, end);
    }
    webhook(found, from, end);
}

/// Whether the URL at `at` is a database's and an argument in an escaped call: what stands behind it is read only where
/// the escapes are decoded.
pub fn is_escaped_argument(text: &[u8], at: usize) -> bool {
    let from = at + 3;
    if text.get(from - 1) != Some(&b'/') || !is_one(DATABASES, scheme_before(text, at)) {
        return false;
    }
    let end = extent(text, from);
    let slashes = text[end..].iter().take(16).take_while(|&&byte| byte == b'\\').count();
    slashes > 0 && matches!(text.get(end + slashes..end + slashes + 2), Some(b"\"," | b"',"))
}

/// The `@` that ends the user information of `text[from..end]`, if there is one.
fn userinfo_end(text: &[u8], from: usize, end: usize, database: bool) -> Option<usize> {
    let ends = |byte: u8| byte == b'/' || byte == b'?' || byte == b'#' && !database;
    let (mut path, mut colon, mut sign) = (from, None, None);
    while path < end && !ends(text[path]) {
        match text[path] {
            b'@' => sign = Some(path),
            b':' if colon.is_none() => colon = Some(path),
            _ => {}
        }
        path += 1;
    }
    // A database's password may hold a `/`: its last `@` counts.
    if database {
        let query = memchr::memchr(b'?', &text[path..end]).map_or(end, |at| path + at);
        sign = memchr::memrchr(b'@', &text[path..query]).map(|at| path + at).or(sign);
    }
    // A password that holds `/` or `?`: the last `@` further on, if what stands before reads on as a password.
    sign.or_else(|| {
        let port = &text[colon? + 1..path];
        let is_port = port.iter().all(u8::is_ascii_digit) && !port.is_empty();
        if text[from] == b'[' || is_port {
            return None;
        }
        memchr::memrchr(b'@', &text[from..end]).map(|at| from + at)
    })
}

/// A database string behind its `//`: user, password, hosts and database are masked, each as `****`.
fn database(found: &mut Found, from: usize, end: usize) {
    let text = found.text;
    let part = |found: &mut Found, start: usize, end: usize| {
        if start < end
            && !is_masked_part(&text[start..end])
            && !(is_placeholder(&text[start..end]) && text[start] != b'*')
        {
            found.add(start, end, c::DATABASE_URL, Action::Part);
        }
    };
    let at = userinfo_end(text, from, end, true);
    if let Some(at) = at {
        match memchr::memchr(b':', &text[from..at]) {
            Some(colon) => {
                part(found, from, from + colon);
                part(found, from + colon + 1, at);
            }
            None => part(found, from, at),
        }
    }
    let host = at.map_or(from, |at| at + 1);
    let tail = host + text[host..end].iter().take_while(|byte| !matches!(byte, b'/' | b'?' | b'#' | b';')).count();
    part(found, host, tail);
    found.claimed = found.claimed.max(tail);
    if text.get(tail) == Some(&b'/') && tail < end {
        let path = tail + 1 + text[tail + 1..end].iter().take_while(|byte| !matches!(byte, b'?' | b'#' | b';')).count();
        part(found, tail + 1, path);
        query_hosts(found, path, end);
    } else {
        query_hosts(found, tail, end);
    }
}

/// `?host=…&user=…` of a database string.
fn query_hosts(found: &mut Found, from: usize, end: usize) {
    let text = found.text;
    for name in [&b"host="[..], b"user=", b"hostaddr=", b"username=", b"servername="] {
        if let Some(at) = memchr::memmem::find(&text[from..end], name) {
            let place = from + at;
            if !matches!(found.before(place), b'?' | b'&' | b';') {
                continue;
            }
            let start = place + name.len();
            let len = text[start..end].iter().take_while(|byte| !matches!(byte, b'&' | b';' | b'#')).count();
            if len > 0 && !is_masked_part(&text[start..start + len]) {
                found.add(start, start + len, c::DATABASE_URL, Action::Part);
            }
        }
    }
}

/// Any other URL behind its `//`: user information goes, an internal host goes.
fn plain(found: &mut Found, network: bool, from: usize, end: usize) {
    let text = found.text;
    let at = userinfo_end(text, from, end, false);
    if let Some(at) = at {
        let user = &text[from..at];
        let named = user.contains(&b':') || !matches!(user, b"git" | b"hg" | b"svn" | b"www") && network;
        // `:token` has no user.
        let told = user.strip_prefix(b":").unwrap_or(user);
        if named && !user.is_empty() && !is_placeholder(told) && !user.starts_with(b"********") {
            found.add(from, at, c::URL_PASSWORD, Action::Hide);
        }
        found.claimed = found
            .claimed
            .max(at + 1 + text[at + 1..end].iter().take_while(|byte| !matches!(byte, b'/' | b'?' | b'#')).count());
    }
    if !network {
        return;
    }
    let host = at.map_or(from, |at| at + 1);
    let host_end = if text.get(host) == Some(&b'[') {
        match memchr::memchr(b']', &text[host..end]) {
            Some(close) => host + close + 1,
            None => return,
        }
    } else {
        host + text[host..end]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_'))
            .count()
    };
    let behind = text.get(host_end).copied().unwrap_or(b' ');
    // `https://git\-scm.com` of a manual page goes on.
    let hyphen = text[host_end..].starts_with(b"\\-") || text[host_end..].starts_with(b"\\_");
    // `proxy_pass http://backend;`: a name that a configuration gives to its servers, not a place.
    let named = behind == b';' && !text[host..host_end].contains(&b'.') && &text[host..host_end] != b"localhost";
    if hyphen || named {
        return;
    }
    if host_end == host
        || !matches!(behind, b':' | b'/' | b'?' | b'#' | b'\\')
            && host_end != end
            && host_end < text.len()
            && !matches!(behind, b',' | b';' | b')' | b']' | b'}' | b'.' | b'!')
    {
        return;
    }
    if is_internal(found.finder, &text[host..host_end]) {
        found.add(host, host_end, c::INTERNAL_URL, Action::Host);
        found.claimed = found.claimed.max(host_end);
    }
}

/// `https%3A%2F%2Fuser%3Apassword%40host`: looks at the `%40` at `at`. Whether it ends user information of a URL.
pub fn find_encoded(found: &mut Found, at: usize) -> bool {
    let text = found.text;
    let from = at.saturating_sub(200);
    let lead = &text[from..at];
    let marks: [&[u8]; 2] = [b"%3A%2F%2F", b"%3a%2f%2f"];
    let Some(user) =
        marks.iter().filter_map(|mark| memchr::memmem::rfind(lead, mark)).max().map(|mark| from + mark + 9)
    else {
        return false;
    };
    let named = &text[user..at];
    let scheme = scheme_before(text, user - 9);
    let plain = named.iter().all(|&byte| byte > b' ' && !matches!(byte, b'&' | b'"' | b'\'' | b'<' | b'>' | b'/'));
    let slash = [&b"%2F"[..], b"%2f", b"%3F", b"%3f"].iter().any(|mark| memchr::memmem::find(named, mark).is_some());
    if !plain || named.is_empty() || slash || is_masked_part(named) || scheme.is_empty() {
        return false;
    }
    found.add(user, at, c::URL_PASSWORD, Action::Hide);
    true
}

/// Whether only an inner network knows this host.
pub fn is_internal(finder: &Finder, host: &[u8]) -> bool {
    let host = host.strip_suffix(b".").unwrap_or(host);
    if host.is_empty() || host.len() > 253 {
        return false;
    }
    if host[0] == b'[' {
        let Ok(inner) = std::str::from_utf8(&host[1..host.len() - 1]) else { return false };
        let address = inner.split('%').next().unwrap_or(inner);
        return address.parse::<std::net::Ipv6Addr>().is_ok_and(|address| {
            let first = address.segments()[0];
            address.is_loopback()
                || first & 0xFE00 == 0xFC00
                || first & 0xFFC0 == 0xFE80
                || address.to_ipv4_mapped().is_some_and(is_inner)
        });
    }
    let Some(dot) = host.iter().rposition(|&byte| byte == b'.') else {
        // A single label: a name of the inner network, unless it is a filler.
        const FILLERS: &[&[u8]] = &[b"host", b"hostname", b"your-host", b"www"];
        return host.iter().any(u8::is_ascii_alphabetic)
            && host.len() > 1
            && (host.contains(&b'_') || !is_one(FILLERS, host));
    };
    if host[dot + 1..].iter().all(u8::is_ascii_digit) {
        let address = std::str::from_utf8(host).ok().and_then(|host| host.parse::<std::net::Ipv4Addr>().ok());
        return address.is_some_and(is_inner);
    }
    let ends = |domain: &[u8]| ends_in_domain(host, domain);
    // Most hosts end in a public domain, which no ending of an inner one is.
    let public = matches!(&host[dot + 1..], b"com" | b"org" | b"net");
    !public && INTERNAL.iter().any(|domain| ends(domain))
        || finder.internal.iter().any(|domain| ends(domain.as_bytes()))
        || memchr::memchr2(b'v', b'V', host).is_some()
            && host.split(|&byte| byte == b'.').any(|label| label.eq_ignore_ascii_case(b"svc"))
            && !ends(b"com")
}

/// Whether the host is this domain, or one below it.
fn ends_in_domain(host: &[u8], domain: &[u8]) -> bool {
    let Some(cut) = host.len().checked_sub(domain.len()) else { return false };
    host[cut..].eq_ignore_ascii_case(domain) && (cut == 0 || host[cut - 1] == b'.')
}

fn is_inner(address: std::net::Ipv4Addr) -> bool {
    address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.octets()[0] == 100 && address.octets()[1] & 0xC0 == 64
}

/// What stands before a device's token in the paths of ThingsBoard: `/api/v1/<token>/telemetry`.
const DEVICE: &[u8] = b"/api/v1/";

/// Hosts of webhooks and bots, and what stands before the part of a path that is a secret by itself.
const WEBHOOKS: &[(&[u8], &[&[u8]])] = &[
    (b"hooks.slack.com", &[b"services/", b"workflows/", b"triggers/"]),
    (b"hooks.slack-gov.com", &[b"services/", b"workflows/", b"triggers/"]),
    (b"api.telegram.org", &[b"/bot"]),
    (b"discord.com", &[b"/webhooks/"]),
    (b"discordapp.com", &[b"/webhooks/"]),
    (b"webhook.office.com", &[b"webhookb2/", b"webhook/"]),
    (b"outlook.office.com", &[b"webhook/", b"webhookb2/"]),
    (b"outlook.office365.com", &[b"webhook/", b"webhookb2/"]),
    (b"hooks.zapier.com", &[b"catch/", b"standard/"]),
    (b"thingsboard.cloud", &[DEVICE]),
    (b"thingsboard.io", &[DEVICE]),
    (b"logic.azure.com", OTHER_WEBHOOKS),
    (b"api.pushcut.io", OTHER_WEBHOOKS),
    (b"maker.ifttt.com", OTHER_WEBHOOKS),
    (b"hook.integromat.com", OTHER_WEBHOOKS),
    (b"hooks.chime.aws", OTHER_WEBHOOKS),
    (b"open.feishu.cn", OTHER_WEBHOOKS),
    (b"open.larksuite.com", OTHER_WEBHOOKS),
];
const OTHER_WEBHOOKS: &[&[u8]] = &[b"/key/", b"hook/", b"incomingwebhooks/"];

/// Paths that are a secret by themselves.
fn webhook(found: &mut Found, from: usize, end: usize) {
    let text = found.text;
    let host_len = text[from..end].iter().take_while(|byte| !matches!(byte, b'/' | b'?' | b'#' | b'\\')).count();
    let host = &text[from..from + host_len];
    let host = host.rsplit(|&byte| byte == b'@').next().unwrap_or(host);
    let path = from + host_len;
    // Nearly all hosts are told by six bytes.
    let Some(tail) = host.last_chunk::<6>() else { return };
    let is = |domain: &[u8]| {
        domain.last_chunk::<6>().is_some_and(|end| end.eq_ignore_ascii_case(tail)) && ends_in_domain(host, domain)
    };
    let Some((_, marks)) = WEBHOOKS.iter().find(|(domain, _)| is(domain)) else { return };
    for mark in *marks {
        if let Some(at) = memchr::memmem::find(&text[path..end], mark) {
            let start = path + at + mark.len();
            let stop = start
                + text[start..end].iter().take_while(|byte| !matches!(byte, b'?' | b'#' | b'\\' | b')' | b',')).count();
            let stop = if matches!(*mark, b"/bot" | DEVICE) {
                start + text[start..stop].iter().take_while(|&&byte| byte != b'/').count()
            } else {
                stop
            };
            // A device's token is drawn: `integrations` is none.
            let drawn = *mark != DEVICE || text[start..stop].iter().any(u8::is_ascii_digit);
            if stop - start >= 10 && drawn {
                found.add(start, stop, c::WEBHOOK_URL, Action::Hide);
            }
            return;
        }
    }
}

/// `user:password@tcp(host)/db` of Go, `jdbc:oracle:thin:user/password@host`, at their `@`. Whether it was one.
pub fn find_without_scheme(found: &mut Found, at: usize) -> bool {
    let text = found.text;
    let part = |found: &mut Found, start: usize, end: usize| {
        if start < end && !is_masked_part(&text[start..end]) {
            found.add(start, end, c::DATABASE_URL, Action::Part);
        }
    };
    let behind = &text[at + 1..];
    if matches!(behind, [b't' | b'u', ..])
        && [&b"tcp("[..], b"unix(", b"tcp4(", b"tcp6("].iter().any(|word| behind.starts_with(word))
    {
        let start = at
            - text[..at]
                .iter()
                .rev()
                .take(128)
                .take_while(|byte| **byte > b' ' && !matches!(byte, b'"' | b'\'' | b'=' | b'`' | b'@' | b'/'))
                .count();
        let Some(colon) = memchr::memchr(b':', &text[start..at]) else { return false };
        part(found, start, start + colon);
        part(found, start + colon + 1, at);
        let open = at + 1 + memchr::memchr(b'(', behind).unwrap_or(0) + 1;
        if let Some(close) = memchr::memchr(b')', &text[open..text.len().min(open + 256)]) {
            part(found, open, open + close);
            let slash = open + close + 1;
            if text.get(slash) == Some(&b'/') {
                let len = text[slash + 1..]
                    .iter()
                    .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'$' | b'*'))
                    .count();
                part(found, slash + 1, slash + 1 + len);
                found.claimed = found.claimed.max(slash + 1 + len);
            }
        }
        return true;
    }
    // `//user:password@host`
    let user = text[..at]
        .iter()
        .rev()
        .take(128)
        .take_while(|&&byte| byte > b' ' && !matches!(byte, b'"' | b'\'' | b'/' | b'@'));
    let user = at - user.count();
    if text[..user].ends_with(b"//")
        && !text[..user - 2].ends_with(b":")
        && text[user..at].contains(&b':')
        && behind.first().is_some_and(u8::is_ascii_alphanumeric)
        && !is_masked_part(&text[user..at])
    {
        found.add(user, at, c::URL_PASSWORD, Action::Hide);
        return true;
    }
    if let Some(user) = behind_thin(text, at) {
        match memchr::memchr(b'/', &text[user..at]) {
            Some(slash) => {
                part(found, user, user + slash);
                part(found, user + slash + 1, at);
            }
            None => part(found, user, at),
        }
        let host = at + 1 + behind.iter().take_while(|&&byte| byte == b'/').count();
        let len =
            text[host..].iter().take_while(|byte| **byte > b' ' && !matches!(byte, b'"' | b'\'' | b'`' | b',')).count();
        part(found, host, host + len);
        found.claimed = found.claimed.max(host + len);
        return true;
    }
    false
}

/// Drivers of Oracle, whose strings have the user behind them.
const ORACLE: &[&[u8]] = &[b"oracle:thin:", b"oracle:oci:", b"oracle:oci8:"];

fn ends_in(text: &[u8], end: &[u8]) -> bool {
    text.len() >= end.len() && text[text.len() - end.len()..].eq_ignore_ascii_case(end)
}

/// Where the user begins behind the driver of a string whose `@` is at `at`.
fn behind_thin(text: &[u8], at: usize) -> Option<usize> {
    for user in (at.saturating_sub(160)..=at).rev() {
        match text[..user] {
            [.., b' '] => return None,
            // A quote of the document around.
            [.., b':' | b',' | b'{' | b'[', b'"'] => return None,
            [.., b':'] if ORACLE.iter().any(|driver| ends_in(&text[..user], driver)) => return Some(user),
            _ => {}
        }
    }
    None
}

fn pair(host: String, guest: &str) -> String {
    host + " invites " + guest
}

pub fn invite(host: String, guests: &[&str]) -> Vec<String> {
    let mut lines = Vec::new();
    for guest in guests {
        lines.push(pair(host, guest));
        break;
    }
    lines
}

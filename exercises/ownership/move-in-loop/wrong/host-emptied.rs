fn pair(host: String, guest: &str) -> String {
    host + " invites " + guest
}

pub fn invite(mut host: String, guests: &[&str]) -> Vec<String> {
    let mut lines = Vec::new();
    for guest in guests {
        lines.push(pair(std::mem::take(&mut host), guest));
    }
    lines
}

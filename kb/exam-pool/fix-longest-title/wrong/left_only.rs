fn longest<'a>(left: &'a [String], _right: &[String]) -> Option<&'a str> {
    let mut best: Option<&str> = None;
    for title in left {
        if best.is_none_or(|b| title.len() > b.len()) {
            best = Some(title);
        }
    }
    best
}

fn main() {}

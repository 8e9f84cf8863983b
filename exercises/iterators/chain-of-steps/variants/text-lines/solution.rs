pub fn errors(log: &str) -> Vec<&str> {
    log.lines()
        .filter_map(|line| line.strip_prefix("error "))
        .collect()
}

pub fn counts(log: &str) -> (usize, usize) {
    let count = |kind: &str| {
        log.lines()
            .filter(|line| line.split(' ').next() == Some(kind))
            .count()
    };
    (count("error"), count("info"))
}

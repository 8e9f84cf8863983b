pub fn errors(log: &str) -> Vec<&str> {
    log.lines()
        .filter_map(|line| line.strip_prefix("error "))
        .collect()
}

pub fn counts(log: &str) -> (usize, usize) {
    let count = |kind: &str| {
        log.lines()
            .filter(|line| line.split(' ').any(|word| word == kind))
            .count()
    };
    (count("error"), count("info"))
}

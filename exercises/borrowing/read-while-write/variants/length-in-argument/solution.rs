pub fn mark(lines: &mut Vec<String>) {
    let Some(limit) = lines.first().map(|line| line.len()) else {
        return;
    };
    for line in lines {
        if line.len() > limit {
            line.insert(0, '*');
        }
    }
}

pub fn mark(lines: &mut Vec<String>) {
    let Some(first) = lines.first() else {
        return;
    };
    for line in lines.iter_mut() {
        if line.len() > first.len() {
            line.insert(0, '*');
        }
    }
}

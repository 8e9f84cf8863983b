pub fn cell(row: &[char], x: i32) -> char {
    match usize::try_from(x) {
        Ok(x) if x < row.len() => row[x],
        _ => '#',
    }
}

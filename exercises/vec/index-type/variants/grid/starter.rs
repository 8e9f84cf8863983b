pub fn cell(row: &[char], x: i32) -> char {
    if x < 0 || x >= row.len() as i32 {
        '#'
    } else {
        row[x]
    }
}

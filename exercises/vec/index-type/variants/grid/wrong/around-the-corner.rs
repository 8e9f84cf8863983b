pub fn cell(row: &[char], x: i32) -> char {
    row.get(x.unsigned_abs() as usize).copied().unwrap_or('#')
}

fn fields(rows: usize, columns: usize) -> usize {
    rows * columns
}

pub fn board() -> [u8; 7] {
    [0; 7]
}

fn fields(rows: usize, columns: usize) -> usize {
    rows * columns
}

pub fn board() -> [u8; fields(3, 4)] {
    [0; fields(3, 4)]
}

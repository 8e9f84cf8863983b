fn main() {
    let grid = [[1, 2, 3], [4, 5, 6], [7, 8, 9]];
    let mut found = None;
    for (y, row) in grid.iter().enumerate() {
        for (x, cell) in row.iter().enumerate() {
            if cell * cell == 36 {
                found = Some((x, y));
                break 'rows;
            }
        }
    }
    println!("{:?}", found);
}

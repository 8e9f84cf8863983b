pub fn turn(grid: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let first = &grid[0];
    let mut columns = Vec::new();
    for x in 0..first.len() {
        columns.push(grid.iter().map(|row| row[x]).collect());
    }
    columns
}

fn main() {
    let row = vec![0; 3];
    let mut grid = vec![row; 2];
    grid[0][1] = 7;
    let mut copy = grid.clone();
    copy[1].push(5);
    grid.push(vec![]);
    println!("{grid:?}");
    println!("{copy:?}");
    println!("{} {}", grid.len(), copy.concat().len());
}

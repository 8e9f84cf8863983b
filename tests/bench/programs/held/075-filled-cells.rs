fn main() {
    let mut cells = vec![0; 5];
    cells[1] = 7
    cells[3] = 9;
    let filled = cells.iter().filter(|c| **c != 0).count();
    println!("{filled} of {}", cells.len());
    for c in cells {
        print!("{c} ");
    }
    println!();
}

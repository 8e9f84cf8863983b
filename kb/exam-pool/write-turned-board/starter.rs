fn turn(board: [[char; 3]; 3]) -> [[char; 3]; 3] {
    todo!()
}

fn main() {
    let board = [['a', 'b', 'c'], ['d', 'e', 'f'], ['g', 'h', 'i']];
    for row in turn(board) {
        println!("{row:?}");
    }
}

fn turn(board: [[char; 3]; 3]) -> [[char; 3]; 3] {
    let mut turned = board;
    for (r, row) in board.iter().enumerate() {
        for (c, sign) in row.iter().enumerate() {
            turned[c][2 - r] = *sign;
        }
    }
    turned
}

fn main() {
    let board = [['a', 'b', 'c'], ['d', 'e', 'f'], ['g', 'h', 'i']];
    for row in turn(board) {
        println!("{row:?}");
    }
}

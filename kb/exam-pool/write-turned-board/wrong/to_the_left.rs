fn turn(board: [[char; 3]; 3]) -> [[char; 3]; 3] {
    let mut turned = board;
    for r in 0..3 {
        for c in 0..3 {
            turned[2 - c][r] = board[r][c];
        }
    }
    turned
}

fn main() {}

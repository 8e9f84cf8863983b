fn turn(mut board: [[char; 3]; 3]) -> [[char; 3]; 3] {
    for r in 0..3 {
        for c in 0..3 {
            board[c][2 - r] = board[r][c];
        }
    }
    board
}

fn main() {}

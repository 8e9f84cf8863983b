fn main() {
    let n = 8;
    let mut board = [0; n];
    board[3] = 1;
    println!("{}", board.len());
}

use std::rc::Rc;

struct Board {
    turn: u32,
}

fn main() {
    let board = Rc::new(Board { turn: 1 });
    let view = Rc::clone(&board);
    for _ in 0..3 {
        board.turn += 1;
    }
    println!("turn {}", view.turn);
}

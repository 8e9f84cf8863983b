type Listener = Box<dyn FnMut(&str) -> bool>;

struct Board {
    listeners: Vec<Listener>,
}

impl Board {
    fn new() -> Board {
        todo!()
    }

    fn subscribe(&mut self, listener: impl FnMut(&str) -> bool + 'static) {
        todo!()
    }

    fn tell(&mut self, news: &str) -> usize {
        todo!()
    }
}

fn main() {
    let mut board = Board::new();
    let mut left = 2;
    board.subscribe(move |news| {
        left -= 1;
        println!("{news}, {left} to go");
        left > 0
    });
    for news in ["rain", "sun", "snow"] {
        println!("{}", board.tell(news));
    }
}

type Listener = Box<dyn FnMut(&str) -> bool>;

struct Board {
    listeners: Vec<Listener>,
}

impl Board {
    fn new() -> Board {
        Board {
            listeners: Vec::new(),
        }
    }

    fn subscribe(&mut self, listener: impl FnMut(&str) -> bool + 'static) {
        self.listeners.push(Box::new(listener));
    }

    fn tell(&mut self, news: &str) -> usize {
        let called = self.listeners.len();
        self.listeners.retain_mut(|listener| listener(news));
        called
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

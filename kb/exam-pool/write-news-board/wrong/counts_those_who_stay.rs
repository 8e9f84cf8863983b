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
        self.listeners.retain_mut(|listener| listener(news));
        self.listeners.len()
    }
}

fn main() {}

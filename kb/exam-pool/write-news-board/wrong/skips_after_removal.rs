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
        let (mut i, mut called) = (0, 0);
        while i < self.listeners.len() {
            called += 1;
            if !(self.listeners[i])(news) {
                drop(self.listeners.remove(i));
            }
            i += 1;
        }
        called
    }
}

fn main() {}

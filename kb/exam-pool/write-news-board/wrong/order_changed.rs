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
        for i in (0..called).rev() {
            if !(self.listeners[i])(news) {
                drop(self.listeners.remove(i));
            }
        }
        called
    }
}

fn main() {}

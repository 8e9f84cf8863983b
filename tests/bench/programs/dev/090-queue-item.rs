trait Queue {
    type Item;
    fn next_item(&mut self) -> Option<Self::Item>;
}

struct Countdown(u32);

impl Queue for Countdown {
    fn next_item(&mut self) -> Option<u32> {
        if self.0 == 0 {
            return None;
        }
        self.0 -= 1;
        Some(self.0)
    }
}

fn main() {
    let mut c = Countdown(3);
    while let Some(n) = c.next_item() {
        print!("{n} ");
    }
    println!("end");
}

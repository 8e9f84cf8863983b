struct Halves {
    next: u32,
}

impl Halves {
    fn new(start: u32) -> Halves {
        Halves { next: start }
    }
}

impl Iterator for Halves {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let item = self.next;
        self.next /= 2;
        (item > 0).then_some(item)
    }
}

fn main() {
    for n in Halves::new(10) {
        println!("{n}");
    }
}

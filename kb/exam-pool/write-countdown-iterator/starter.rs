struct Halves {
    // What has to be remembered?
}

impl Halves {
    fn new(start: u32) -> Halves {
        todo!()
    }
}

impl Iterator for Halves {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        todo!()
    }
}

fn main() {
    for n in Halves::new(10) {
        println!("{n}");
    }
}

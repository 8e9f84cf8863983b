trait Sink {
    fn log(&self, level: u8, text: &str);
}

struct Console;

impl Sink for Console {
    fn log(&self, text: &str) {
        println!("{text}");
    }
}

fn main() {
    Console.log(1, "up");
}

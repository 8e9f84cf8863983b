trait Engine {
    fn start(&self);
}

struct Diesel;

impl Engine for Diesel {
    fn start(&self) {
        println!("brrm");
    }
    fn stop(&self) {
        println!("quiet");
    }
}

fn main() {
    Diesel.start();
}

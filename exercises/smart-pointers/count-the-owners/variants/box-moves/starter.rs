struct Noisy(u8);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn keep(noisy: Box<Noisy>) -> u8 {
    noisy.0 * 2
}

fn main() {
    let one = Box::new(Noisy(1));
    let two = Box::new(Noisy(2));
    println!("{}", keep(one));
    let list = vec![Noisy(3), *two];
    println!("list");
    drop(list);
    println!("end");
}

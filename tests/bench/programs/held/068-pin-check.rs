mod safe {
    pub struct Pin {
        digits: u16,
    }

    impl Pin {
        pub fn check(&self, guess: u16) -> bool {
            self.digits == guess
        }
    }
}

use safe::Pin;

fn main() {
    let pin = Pin { digits: 4711 };
    println!("{}", pin.check(1234));
    println!("{}", pin.check(4711));
}

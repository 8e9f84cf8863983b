trait Show {
    fn show(&self) -> String;
}

struct Celsius(f32);

impl Show for Celsius {
    fn show(&self) -> String {
        format!("{:.1} {}", self.0, self.unit())
    }

    fn unit(&self) -> char {
        'C'
    }
}

fn main() {
    let t = Celsius(21.46);
    println!("{}", t.show());
}

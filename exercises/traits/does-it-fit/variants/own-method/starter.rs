trait Named {
    fn name(&self) -> String;
}

struct Cat;

impl Cat {
    fn name(&self) -> String {
        String::from("Tom")
    }
}

impl Named for Cat {
    fn name(&self) -> String {
        format!("the cat {}", self.name())
    }
}

fn main() {
    println!("{} {}", Cat.name(), Named::name(&Cat));
}

trait Greeter {
    fn name(&self) -> String;
    fn language(&self) -> &str;

    fn greet(&self) -> String {
        format!("{} says hello in {}", self.name(), self.language())
    }
}

struct Robot(u32);

impl Greeter for Robot {
    fn name(&self) -> String {
        format!("robot-{}", self.0)
    }
}

fn main() {
    let r = Robot(7);
    let line = r.greet();
    println!("{}", line.starts_with("robot-7 says hello in "));
    println!("{}", r.name());
}

trait Describe {
    fn describe(&self) -> String;
}

impl<T: std::fmt::Debug> Describe for T {
    fn describe(&self) -> String {
        format!("a thing: {:?}", self)
    }
}

impl Describe for i32 {
    fn describe(&self) -> String {
        format!("a thing: {}", self)
    }
}

fn main() {
    println!("{}", 5.describe());
    println!("{}", "pen".describe());
}

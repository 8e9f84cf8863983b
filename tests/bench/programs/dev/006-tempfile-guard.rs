struct Guard {
    name: &'static str,
}

impl Drop for Guard {
    fn drop(&mut self) {
        println!("closing {}", self.name);
    }
}

fn main() {
    let first = Guard { name: "first" };
    let second = Guard { name: "second" };
    println!("working with {} and {}", first.name, second.name);
    second.drop();
    println!("end of main");
}

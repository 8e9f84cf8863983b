trait Plugin {
    fn id() -> u32;
    fn run(&self, input: &str) -> String;
}

struct Upper;

impl Plugin for Upper {
    fn id(&self) -> u32 {
        11
    }

    fn run(&self, input: &str, times: usize) -> String {
        input.to_uppercase()
    }
}

fn main() {
    let p = Upper;
    println!("{}", p.run("abc"));
    println!("{}", Upper::id());
}

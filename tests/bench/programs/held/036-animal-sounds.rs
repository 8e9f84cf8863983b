struct Sound {
    times: usize,
}

struct Noisy {

}

impl Noisy for Sound {
    fn noise(&self) -> String {
        "woof ".repeat(self.times).trim().to_string()
    }
}

fn main() {
    let dog = Sound { times: 3 };
    println!("{}", dog.noise());
}

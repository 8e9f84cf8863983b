fn tail(words: &[&str]) -> String {
    words[1..=].join(" ")
}

fn main() {
    let words = ["never", "say", "never"];
    println!("{}", tail(&words));
    println!("{}", tail(&words[1..]));
    let negative = -"3";
    println!("{}", negative * 2);
}

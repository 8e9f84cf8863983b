struct Holder<T>(T);

fn main() {
    let held = Holder(4);
    println!("{}", *held + 1);
}

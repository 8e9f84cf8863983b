struct Money(i32);

fn main() {
    let a = Money(1);
    let b = Money(2);
    let c = a + b;
    println!("{}", c.0);
    println!("{}", "a" + "b");
}

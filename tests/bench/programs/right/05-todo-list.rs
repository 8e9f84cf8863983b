#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    Low,
    Normal,
    High,
}

#[derive(Debug, Clone)]
pub struct Task {
    pub id: u32,
    pub text: String,
    pub priority: Priority,
    pub done: bool,
}

#[derive(Default)]
pub struct TodoList {
    tasks: Vec<Task>,
    next_id: u32,
}

impl TodoList {
    pub fn add(&mut self, text: &str, priority: Priority) -> u32 {
        self.next_id += 1;
        self.tasks.push(Task {
            id: self.next_id,
            text: text.to_owned(),
            priority,
            done: false,
        });
        self.next_id
    }

    pub fn complete(&mut self, id: u32) -> bool {
        for task in self.tasks.iter_mut() {
            if task.id == id {
                task.done = true;
                return true;
            }
        }
        false
    }

    pub fn pending(&self) -> Vec<&Task> {
        let mut list: Vec<&Task> = self.tasks.iter().filter(|t| !t.done).collect();
        list.sort_by_key(|t| std::cmp::Reverse(t.priority));
        list
    }
}

fn main() {
    let mut list = TodoList::default();
    list.add("buy milk", Priority::Normal);
    list.add("call mum", Priority::High);
    for t in list.pending() {
        println!("{} {}", t.id, t.text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> TodoList {
        let mut l = TodoList::default();
        l.add("buy milk", Priority::Low);
        l.add("call mum", Priority::High);
        l.add("water plants", Priority::Normal);
        l
    }

    #[test]
    fn urgent_first() {
        let l = list();
        let ids: Vec<u32> = l.pending().iter().map(|t| t.id).collect();
        assert_eq!(ids, [2, 3, 1]);
    }

    #[test]
    fn completing_hides_it() {
        let mut l = list();
        assert!(l.complete(2));
        assert!(!l.complete(20));
        assert_eq!(l.pending().len(), 2);
    }

    #[test]
    fn ids_count_up() {
        assert_eq!(list().add("sleep", Priority::Low), 4);
    }
}

//! Something by name, for at most so many names.

use std::collections::HashMap;

use super::Merge;
use super::hash::{Quick, hash};

/// The index of what all names without a place of their own share.
pub const OTHER: u32 = u32::MAX;

/// A `T` for each name. Of too many names those are kept whose hashes are least, and all others
/// share one `T`: so which are kept depends on the names alone, and what is kept is complete
/// (a name among the least of all is among the least of any part).
#[derive(Debug, Clone)]
pub struct Table<T> {
    most: usize,
    /// Names with a greater hash have no place any more.
    limit: u64,
    index: HashMap<Box<str>, u32, Quick>,
    names: Vec<Box<str>>,
    items: Vec<T>,
    other: T,
    /// Changes when indices lose their meaning.
    generation: u32,
}

impl<T: Merge + Default> Table<T> {
    /// For at most `most` names.
    pub fn new(most: usize) -> Table<T> {
        Table {
            most,
            limit: u64::MAX,
            index: HashMap::default(),
            names: Vec::new(),
            items: Vec::new(),
            other: T::default(),
            generation: 0,
        }
    }

    /// The index of a name; it means the same until [`generation`](Table::generation) changes.
    pub fn index(&mut self, name: &str) -> u32 {
        if let Some(index) = self.index.get(name) {
            return *index;
        }
        if self.most == 0 || hash(name.as_bytes(), 0) > self.limit {
            return OTHER;
        }
        // Seldom, so that the work is little for each name.
        if self.names.len() >= 2 * self.most {
            self.prune();
            return self.index(name);
        }
        let index = self.names.len() as u32;
        self.names.push(name.into());
        self.items.push(T::default());
        self.index.insert(name.into(), index);
        index
    }

    /// See [`index`](Table::index).
    #[inline]
    pub fn generation(&self) -> u32 {
        self.generation
    }

    /// The item of an index.
    #[inline]
    pub fn item(&mut self, index: u32) -> &mut T {
        match index {
            OTHER => &mut self.other,
            index => &mut self.items[index as usize],
        }
    }

    /// The name of an index; None for what names without a place share.
    pub fn name(&self, index: u32) -> Option<&str> {
        self.names.get(index as usize).map(|name| &**name)
    }

    /// The item of a name.
    pub fn at(&mut self, name: &str) -> &mut T {
        let index = self.index(name);
        self.item(index)
    }

    /// Takes the names beyond the most away.
    fn prune(&mut self) {
        // Without any places there are no names.
        if self.names.len() <= self.most {
            return;
        }
        let mut hashes: Vec<u64> = self.names.iter().map(|name| hash(name.as_bytes(), 0)).collect();
        let (_, limit, _) = hashes.select_nth_unstable(self.most - 1);
        self.limit = *limit;
        self.drop_beyond_limit();
    }

    /// All names with their items, by name, and what the others share. At most as many as the
    /// table is for.
    pub fn finish(mut self) -> (Vec<(Box<str>, T)>, T) {
        self.prune();
        let mut all: Vec<(Box<str>, T)> = self.names.into_iter().zip(self.items).collect();
        all.sort_unstable_by(|one, two| one.0.cmp(&two.0));
        (all, self.other)
    }

    /// The table of what [`finish`](Table::finish) gave, with the hash of the last name that has a
    /// place, if names were left out.
    pub fn of(most: usize, all: Vec<(Box<str>, T)>, other: T, limit: u64) -> Table<T> {
        let mut table = Table { limit, other, ..Table::new(most) };
        for (name, item) in all {
            table.at(&name).merge(item);
        }
        table
    }

    /// Names with a greater hash have no place; `u64::MAX` while there is place for all.
    pub fn limit(&mut self) -> u64 {
        self.prune();
        self.limit
    }
}

impl<T: Merge + Default> Merge for Table<T> {
    fn merge(&mut self, other: Table<T>) {
        if other.limit < self.limit {
            self.limit = other.limit;
            self.most = self.most.min(other.most);
            self.drop_beyond_limit();
        }
        self.other.merge(other.other);
        for (name, item) in other.names.into_iter().zip(other.items) {
            self.at(&name).merge(item);
        }
    }
}

impl<T: Merge + Default> Table<T> {
    /// Takes the names beyond the limit away.
    fn drop_beyond_limit(&mut self) {
        self.generation += 1;
        self.index.clear();
        let names = std::mem::take(&mut self.names);
        let items = std::mem::take(&mut self.items);
        for (name, item) in names.into_iter().zip(items) {
            if hash(name.as_bytes(), 0) > self.limit {
                self.other.merge(item);
            } else {
                self.index.insert(name.clone(), self.names.len() as u32);
                self.names.push(name);
                self.items.push(item);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(names: &[u16], most: usize) -> Table<u64> {
        let mut table = Table::new(most);
        names.iter().for_each(|name| *table.at(&name.to_string()) += 1);
        table
    }

    #[test]
    fn names_are_counted() {
        let (all, other) = of(&[3, 1, 3], 10).finish();
        assert_eq!(all, [("1".into(), 1), ("3".into(), 2)]);
        assert_eq!(other, 0);
    }

    #[test]
    fn a_table_without_places_counts_all_together() {
        assert_eq!(of(&[3, 1, 3], 0).finish(), (Vec::new(), 3));
    }

    proptest! {
        #[test]
        fn any_order_and_any_cut_keep_the_same_names_with_all_that_is_theirs(
            names in prop::collection::vec(0..60u16, 0..300),
            most in 1..20usize,
            cut in 0..300usize,
        ) {
            let (all, other) = of(&names, most).finish();
            prop_assert!(all.len() <= most);
            for (name, count) in &all {
                let name: u16 = name.parse().unwrap();
                prop_assert_eq!(*count, names.iter().filter(|other| **other == name).count() as u64);
            }
            prop_assert_eq!(all.iter().map(|row| row.1).sum::<u64>() + other, names.len() as u64);
            let cut = cut.min(names.len());
            let mut backwards = names[..cut].to_vec();
            backwards.reverse();
            let mut merged = of(&names[cut..], most);
            let mut more = of(&backwards, most);
            let limit = more.limit();
            let (rows, rest) = more.finish();
            merged.merge(Table::of(most, rows, rest, limit));
            prop_assert_eq!(merged.finish(), (all, other));
        }
    }
}
